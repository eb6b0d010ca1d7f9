/** Where a link leads that begins an e-mail: what stands in an address adds nobody else to whom it goes. */
export const mailTo = (email: string): string =>
  `mailto:${email.replace(/[%?&#\s"<>,;]/g, (sign) => encodeURIComponent(sign))}`
