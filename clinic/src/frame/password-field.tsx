import { ActionIcon, PasswordInput, type PasswordInputProps } from '@mantine/core'
import { EyeIcon, EyeOffIcon } from 'lucide-react'
import { useState } from 'react'
import { words } from './words.ts'

type PasswordFieldProps = PasswordInputProps & Readonly<{ label: string }>

/**
 * A password that is typed. The box of the library does not say of itself that it is wrong: nobody would be led to it, nor
 * told. And its eye is for a mouse alone: left out by Tab, deaf to whatever presses without a pointer, called alike in every box.
 */
export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOffIcon : EyeIcon
  return (
    <PasswordInput
      aria-invalid={props.error ? true : undefined}
      visible={isShown}
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={words.showTyped(props.label)}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      }
      {...props}
    />
  )
}
