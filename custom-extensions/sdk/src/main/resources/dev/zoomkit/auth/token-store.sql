CREATE TABLE zoom_tokens (
  id          VARCHAR(64) NOT NULL PRIMARY KEY,
  content     TEXT,
  version     BIGINT      NOT NULL,
  lock_owner  VARCHAR(36),
  locked_at   TIMESTAMP WITH TIME ZONE,
  lock_millis BIGINT
)
