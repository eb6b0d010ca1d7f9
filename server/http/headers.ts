import type { FastifyHelmetOptions } from '@fastify/helmet'

const self = ["'self'"]
const none = ["'none'"]

/**
 * What browsers are told on every answer. `https` decides whether they are also told to insist on it; `others` are addresses
 * of others that the page may speak with.
 */
export const safetyHeaders = (https: boolean, others: readonly string[] = []): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: none,
      scriptSrc: self,
      // The component library writes its rules into style elements.
      styleSrc: [...self, "'unsafe-inline'"],
      imgSrc: [...self, 'data:', 'blob:'],
      mediaSrc: self,
      connectSrc: [...new Set([...self, ...others])],
      fontSrc: self,
      manifestSrc: self,
      baseUri: none,
      formAction: self,
      frameAncestors: none,
    },
  },
  strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
})
