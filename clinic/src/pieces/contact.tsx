import { dialled } from '@facialis/wire'
import { Anchor } from '@mantine/core'
import classes from './contact.module.css'
import { mailTo } from './mail-to.ts'

type ContactProps = Readonly<{ phone: string | null; email: string | null }>

/** A telephone number to press and an address to write to, whichever there is. */
export const Contact = ({ phone, email }: ContactProps) => (
  // One thing, wherever it stands: in a column each part would be a line, the comma too.
  <span>
    {phone !== null && (
      <Anchor underline="always" href={`tel:${dialled(phone)}`} className={classes.whole}>
        {phone}
      </Anchor>
    )}
    {phone !== null && email !== null && ', '}
    {email !== null && (
      <Anchor underline="always" href={mailTo(email)}>
        {email}
      </Anchor>
    )}
  </span>
)
