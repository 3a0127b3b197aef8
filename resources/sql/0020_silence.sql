-- The day after which nothing was sold of a product whose demand has probably ended; none where it goes on.
ALTER TABLE suggestion ADD COLUMN silent_since BIGINT
