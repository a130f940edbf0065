// Replaces `server-only`, which fails to load outside a server bundle.
export {}
