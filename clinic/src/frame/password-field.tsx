import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** A password that is typed. The box of the library does not say of itself that it is wrong: nobody would be led to it, nor told. */
export const PasswordField = (props: PasswordInputProps) => (
  <PasswordInput aria-invalid={props.error ? true : undefined} {...props} />
)
