-- Keys of names made before full case folding: a sigma at the end of a word is a sigma, and ẞ is ss.
-- A name that would collide with another one keeps its old key.

BEGIN;

UPDATE "account" SET "username_key" = REPLACE("username_key", 'ς', 'σ') WHERE "username_key" LIKE '%ς%'
  AND NOT EXISTS (
    SELECT 1 FROM "account" AS "other"
    WHERE "other"."username_key" = REPLACE("account"."username_key", 'ς', 'σ')
  );

UPDATE "account" SET "username_key" = REPLACE("username_key", 'ß', 'ss') WHERE "username_key" LIKE '%ß%'
  AND NOT EXISTS (
    SELECT 1 FROM "account" AS "other"
    WHERE "other"."id" <> "account"."id"
      AND REPLACE("other"."username_key", 'ß', 'ss') = REPLACE("account"."username_key", 'ß', 'ss')
  );

UPDATE "username_claim" SET "username_key" = REPLACE("username_key", 'ς', 'σ') WHERE "username_key" LIKE '%ς%'
  AND NOT EXISTS (
    SELECT 1 FROM "username_claim" AS "other"
    WHERE "other"."username_key" = REPLACE("username_claim"."username_key", 'ς', 'σ')
  );

UPDATE "username_claim" SET "username_key" = REPLACE("username_key", 'ß', 'ss') WHERE "username_key" LIKE '%ß%'
  AND NOT EXISTS (
    SELECT 1 FROM "username_claim" AS "other"
    WHERE "other"."id" <> "username_claim"."id"
      AND REPLACE("other"."username_key", 'ß', 'ss') = REPLACE("username_claim"."username_key", 'ß', 'ss')
  );

UPDATE "token" SET "live_name_key" = REPLACE("live_name_key", 'ς', 'σ') WHERE "live_name_key" LIKE '%ς%'
  AND NOT EXISTS (
    SELECT 1 FROM "token" AS "other"
    WHERE "other"."live_name_key" = REPLACE("token"."live_name_key", 'ς', 'σ') AND "other"."user_id" = "token"."user_id"
  );

UPDATE "token" SET "live_name_key" = REPLACE("live_name_key", 'ß', 'ss') WHERE "live_name_key" LIKE '%ß%'
  AND NOT EXISTS (
    SELECT 1 FROM "token" AS "other"
    WHERE "other"."id" <> "token"."id" AND "other"."user_id" = "token"."user_id"
      AND REPLACE("other"."live_name_key", 'ß', 'ss') = REPLACE("token"."live_name_key", 'ß', 'ss')
  );

UPDATE "token" SET "name_key" = REPLACE(REPLACE("name_key", 'ς', 'σ'), 'ß', 'ss')
WHERE "name_key" LIKE '%ς%' OR "name_key" LIKE '%ß%';

COMMIT;
