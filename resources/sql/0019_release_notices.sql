-- The release day before it moved, beside the day that was promised: a notice tells both.
ALTER TABLE notice ADD COLUMN release_before BIGINT
