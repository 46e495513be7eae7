"""Publish a book to its X List: slowly, one confirmed act at a time, and tell the truth of each.

::

    run        create, queue, send, look, report: in this order, and again where X faltered
    creation   the list itself, found again where an earlier run was cut off while making it
    queue      which acts wait, and which comes next
    draining   act by act, at the pace, until something speaks against going on
    sending    one act, and what X's answer makes of it
    lock       the answer after which nobody is added for a day
    report     what came of everything

An act is written down before it is sent and settled after its answer, so that a program killed at
any instruction finds it again. What was being sent is looked up on the list, never sent twice.
"""
