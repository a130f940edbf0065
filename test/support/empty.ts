// Stands in for `server-only`, which refuses to load outside a bundle for servers.
export {}
