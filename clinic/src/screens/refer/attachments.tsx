import type { Attachment } from '@facialis/wire'
import { Button, CloseButton, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { accepted, attachmentOf, problemWith } from './attach.ts'
import { words } from './words.ts'

type AttachmentsProps = Readonly<{ files: readonly Attachment[]; onChange: (files: readonly Attachment[]) => void }>

/** Files to send along; what cannot be sent is said at once. */
export function Attachments({ files, onChange }: AttachmentsProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (chosen: readonly File[]) => {
    const wrong = problemWith(chosen, files.length)
    setProblem(wrong)
    if (wrong !== null) return
    try {
      onChange([...files, ...(await Promise.all(chosen.map(attachmentOf)))])
    } catch {
      setProblem(words.unreadable(chosen[0]?.name ?? ''))
    }
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {words.attachmentsHint}
      </Text>
      {files.map((file, at) => (
        <Group key={`${file.name} ${file.content.length}`} gap="xs">
          <IconPaperclip size={18} aria-hidden />
          <Text>{file.name}</Text>
          <CloseButton
            aria-label={words.remove(file.name)}
            onClick={() => onChange(files.filter((_, other) => other !== at))}
          />
        </Group>
      ))}
      <FileButton multiple accept={accepted} onChange={(chosen) => void take(chosen)}>
        {(props) => (
          <Button variant="default" size="md" maw="14rem" {...props}>
            {words.choose}
          </Button>
        )}
      </FileButton>
      {problem !== null && (
        <Text c="var(--blocked-ink)" fw={600} role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  )
}
