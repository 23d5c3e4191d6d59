"""The practice page: a composer to try Postil on, served from this machine to this machine."""
