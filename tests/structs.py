"""Values for property tests: Hypothesis cannot ask a struct for its types, nor is it asked to."""

from hypothesis import strategies as st


def builds(value, *parts, **named):
    """Return a strategy for a value of these parts; what is not named stays as it is."""
    told = st.tuples(st.tuples(*parts), st.fixed_dictionaries(named))
    return told.map(lambda both: value(*both[0], **both[1]))
