-- Runs on MySQL 8 and newer and on MariaDB 10.11 and newer. Ids are UUIDv7 in 16 bytes; times are unix milliseconds.

CREATE TABLE account (
  id          BINARY(16)    NOT NULL PRIMARY KEY,
  type        SMALLINT      NOT NULL,
  external_id VARCHAR(254)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  email       VARCHAR(254)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  first_name  VARCHAR(100)  NULL,
  last_name   VARCHAR(100)  NULL,
  photo_url   VARCHAR(2048) NULL,
  created     BIGINT        NOT NULL,
  UNIQUE KEY account_identity (type, external_id),
  KEY account_name (last_name, first_name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;

-- first_account < second_account, so that a pair has one row whoever begins.
CREATE TABLE chat (
  id              BINARY(16) NOT NULL PRIMARY KEY,
  first_account   BINARY(16) NOT NULL,
  second_account  BINARY(16) NOT NULL,
  created         BIGINT     NOT NULL,
  last_seq        BIGINT     NOT NULL DEFAULT 0,
  last_message_id BINARY(16) NULL,
  last_message_at BIGINT     NULL,
  UNIQUE KEY chat_pair (first_account, second_account)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE chat_member (
  account_id BINARY(16) NOT NULL,
  chat_id    BINARY(16) NOT NULL,
  other_id   BINARY(16) NOT NULL,
  read_seq   BIGINT     NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, chat_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Clustered by chat and place in it: a page of history is one short range, however old it is.
CREATE TABLE message (
  chat_id           BINARY(16)     NOT NULL,
  seq               BIGINT         NOT NULL,
  id                BINARY(16)     NOT NULL,
  sender_id         BINARY(16)     NOT NULL,
  client_message_id VARBINARY(256) NULL,
  text              MEDIUMTEXT     NOT NULL,
  text_html         MEDIUMTEXT     NOT NULL,
  emoji_count       INT            NOT NULL,
  created           BIGINT         NOT NULL,
  PRIMARY KEY (chat_id, seq),
  UNIQUE KEY message_id (id),
  UNIQUE KEY message_client_id (sender_id, client_message_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE outbox (
  position  BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id  VARCHAR(36)  NOT NULL,
  channel   VARCHAR(64)  NOT NULL,
  event_key VARCHAR(254) NULL,
  body      MEDIUMTEXT   NOT NULL,
  headers   TEXT         NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Events that could not be published, for an operator to look at.
CREATE TABLE outbox_buried (
  position  BIGINT       NOT NULL PRIMARY KEY,
  event_id  VARCHAR(36)  NOT NULL,
  channel   VARCHAR(64)  NOT NULL,
  event_key VARCHAR(254) NULL,
  body      MEDIUMTEXT   NOT NULL,
  headers   TEXT         NOT NULL,
  reason    VARCHAR(500) NOT NULL,
  buried    TIMESTAMP    NOT NULL DEFAULT CURRENT_TIMESTAMP
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE lease (
  name    VARCHAR(64) NOT NULL PRIMARY KEY,
  holder  VARCHAR(64) NOT NULL,
  expires DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
