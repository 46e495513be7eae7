"""Several books: named, combined, put away; and allies that may be one."""
