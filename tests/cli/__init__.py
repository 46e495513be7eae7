"""Tests of the command line on a desk in memory."""
