/** The texts of the API reference. What each endpoint does comes from its contract. */
export const referenceTexts = {
  page: {
    title: 'API reference',
    lead: 'Everything in the dashboard is available over HTTP. Services use it to verify tokens.',
  },
  introduction: {
    json: 'Requests and responses are JSON. Authenticate with',
    authorization: 'Authorization: Bearer $KEY',
    tokenScheme: '; the Token scheme works too.',
    times: 'Times are RFC 3339 in UTC, and durations are whole seconds.',
    errors: 'Errors are RFC 9457 problem documents with a stable',
    validation: '; validation errors point to each invalid field in',
    lists: 'Lists are paginated with',
    and: 'and',
    nextCursor: '; the response has',
    openApi: 'Also available as an',
    openApiLink: 'OpenAPI document',
  },
  contents: { label: 'Endpoints' },
  operation: {
    command: (method: string, path: string) => `the curl command for ${method} ${path}`,
    parameters: 'Path & query',
    body: 'Request body',
    response: (status: number) => `Response ${status}`,
    noContent: 'No content.',
    errors: 'Errors',
    required: 'required',
    optional: 'optional',
  },
} as const
