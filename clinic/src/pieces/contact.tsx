import { Anchor } from '@mantine/core'
import { mailTo } from './mail-to.ts'
import { PhoneLink } from './phone-link.tsx'

type ContactProps = Readonly<{ phone: string | null; email: string | null }>

/** A telephone number to press and an address to write to, whichever there is. */
export const Contact = ({ phone, email }: ContactProps) => (
  // One thing, wherever it stands: in a column each part would be a line, the comma too.
  <span>
    {phone !== null && <PhoneLink phone={phone} />}
    {phone !== null && email !== null && ', '}
    {email !== null && (
      <Anchor underline="always" href={mailTo(email)}>
        {email}
      </Anchor>
    )}
  </span>
)
