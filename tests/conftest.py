"""Settings for all tests."""

from hypothesis import settings

# A busy machine is no failure of a property; what must be fast is measured in benchmarks/.
settings.register_profile("numcheck", deadline=None)
settings.load_profile("numcheck")
