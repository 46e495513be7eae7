"""The composition root: the only room that knows every part and puts them together.

What only some starts need (a window, commands, the network, files) is loaded on the way there.
"""
