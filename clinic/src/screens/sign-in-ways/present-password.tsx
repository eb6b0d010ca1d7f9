import { PasswordField } from '../../frame/password-field.tsx'
import { words } from './words.ts'

type PresentPasswordProps = Readonly<{
  value: string
  onChange: (value: string) => void
  error: string | undefined
}>

/** Asked for again before another way in is added: the screen may have been left. */
export const PresentPassword = ({ value, onChange, error }: PresentPasswordProps) => (
  <PasswordField
    label={words.current}
    autoComplete="current-password"
    w="16rem"
    value={value}
    error={error}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
