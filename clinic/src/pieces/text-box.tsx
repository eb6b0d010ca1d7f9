import { fullness, tooLong } from '@facialis/language'
import { fields, type WrittenField } from '@facialis/wire'
import { Textarea, type TextareaProps } from '@mantine/core'

type TextBoxProps = Omit<TextareaProps, 'value' | 'onChange'> &
  Readonly<{
    value: string
    onChange: (text: string) => void
    /** What the server keeps it as; the note of an act unless said. */
    kept?: WrittenField
  }>

/** Words over several lines. It grows and then scrolls; how full it is stands below it once little is left. */
export const TextBox = ({ value, onChange, kept = fields.note, error, ...box }: TextBoxProps) => (
  <Textarea
    autosize
    minRows={2}
    maxRows={12}
    {...box}
    value={value}
    description={fullness(value.length, kept.longest) ?? box.description}
    inputWrapperOrder={['label', 'input', 'description', 'error']}
    error={error ?? (value.length > kept.longest ? tooLong(kept.label, value.length, kept.longest) : undefined)}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
