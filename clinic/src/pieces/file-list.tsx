import type { AttachmentInfo } from '@facialis/wire'
import { Anchor } from '@mantine/core'
import { dateWords, dayOfInstant } from '../words/dates.ts'
import classes from './file-list.module.css'
import { words } from './words.ts'

type FileListProps = Readonly<{
  files: readonly AttachmentInfo[]
  addressOf: (id: string) => string
}>

/** Files to save; nothing is ever opened inside a page of ours. */
export const FileList = ({ files, addressOf }: FileListProps) => (
  <ul className={classes.list}>
    {files.map((file) => (
      <li key={file.id}>
        <Anchor underline="always" href={addressOf(file.id)} download={file.name}>
          {file.name}
        </Anchor>{' '}
        <span className={classes.soft}>
          {dateWords(dayOfInstant(file.at))}, {words.fileSize(Math.ceil(file.size / 1024))}
        </span>
      </li>
    ))}
  </ul>
)
