-- CreateTable
CREATE TABLE "signing_key" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "algorithm" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "sealed_private" BLOB NOT NULL,
    "created_at" DATETIME NOT NULL,
    "signs_from" DATETIME NOT NULL
);
