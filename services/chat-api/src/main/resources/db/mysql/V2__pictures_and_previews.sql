-- Only columns that may be null, behind the others: both engines add them without rewriting a table, however long it is.
-- A message without a text, a picture alone, has an empty one.

ALTER TABLE account
  ADD COLUMN avatar_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN avatar_storage SMALLINT    NULL;

ALTER TABLE message
  ADD COLUMN image_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN image_storage   SMALLINT    NULL,
  ADD COLUMN preview_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN preview_width   INT         NULL,
  ADD COLUMN preview_height  INT         NULL,
  ADD COLUMN preview_storage SMALLINT    NULL,
  ADD COLUMN link_url        TEXT        NULL,
  ADD COLUMN link_title      TEXT        NULL,
  ADD COLUMN link_image_url  TEXT        NULL;
