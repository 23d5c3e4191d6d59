"""For every test: properties are judged by what holds, not by how busy the machine is."""

from hypothesis import settings

settings.register_profile("postil", deadline=None)
settings.load_profile("postil")
