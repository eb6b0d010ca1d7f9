import type { FastifyHelmetOptions } from '@fastify/helmet'

const self = ["'self'"]
const none = ["'none'"]

/** What one page may do that no other may. */
type Allowed = Readonly<{
  /** Addresses of others that it may speak with. */
  spokenWith?: readonly string[]
  /** Origins of others whose pages may show it inside them. */
  framedBy?: readonly string[]
}>

/** What browsers are told on every answer. `https` decides whether they are also told to insist on it. */
export const securityHeaders = (
  https: boolean,
  { spokenWith = [], framedBy = [] }: Allowed = {},
): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: none,
      scriptSrc: self,
      // The component library writes its rules into style elements.
      styleSrc: [...self, "'unsafe-inline'"],
      imgSrc: [...self, 'data:', 'blob:'],
      mediaSrc: self,
      connectSrc: [...new Set([...self, ...spokenWith])],
      fontSrc: self,
      manifestSrc: self,
      baseUri: none,
      formAction: self,
      frameAncestors: framedBy.length === 0 ? none : [...new Set(framedBy)],
    },
  },
  strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  referrerPolicy: { policy: 'no-referrer' },
  // It knows no list: where one stands in the policy, it would only forbid.
  xFrameOptions: framedBy.length === 0 ? { action: 'deny' } : false,
  crossOriginResourcePolicy: { policy: 'same-origin' },
})
