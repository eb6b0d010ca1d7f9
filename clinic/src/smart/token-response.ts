/**
 * What came for a token, as far as it was asked for. Nobody here asks who signed in (`openid`), so what is said of that
 * without being asked (`id_token`) is looked at by nobody, and holds nobody up. What is null is as good as left out.
 */
export async function withoutUnrequested(response: Response): Promise<Response> {
  const said: unknown = response.ok
    ? await response
        .clone()
        .json()
        .catch(() => null)
    : null
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return response
  const asked = Object.entries(said).filter(([name, value]) => name !== 'id_token' && value !== null)
  const { status, headers } = response
  return new Response(JSON.stringify(Object.fromEntries(asked)), { status, headers })
}
