"""Fakes of the ports, one place for all tests."""
