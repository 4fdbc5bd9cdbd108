"""The one MetaData of the state. Each subject keeps its tables in its own module, on this.

Portable: times are UTC epoch milliseconds in BigInteger, Discord's ids are BigInteger, lists and values
are JSON in Text, and no statement uses what only one database has.
"""

from sqlalchemy import MetaData

metadata = MetaData(
    # names for every constraint, so that a later migration can speak of them
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
