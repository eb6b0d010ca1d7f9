import type { AttachmentInfo } from '@facialis/wire'
import { Anchor } from '@mantine/core'
import { useZone } from '../api/queries.ts'
import { dateWords, dayOfInstant } from '../words/dates.ts'
import classes from './file-list.module.css'
import { words } from './words.ts'

type FileListProps = Readonly<{
  files: readonly AttachmentInfo[]
  addressOf: (id: string) => string
}>

/** Files to save; nothing is ever opened inside a page of ours. */
export function FileList({ files, addressOf }: FileListProps) {
  const zone = useZone()
  return (
    <ul className={classes.list}>
      {files.map((file) => (
        <li key={file.id}>
          <Anchor underline="always" href={addressOf(file.id)} download={file.name}>
            {file.name}
          </Anchor>{' '}
          <span className={classes.soft}>
            {dateWords(dayOfInstant(file.at, zone))}, {words.fileSize(Math.ceil(file.size / 1024))}
          </span>
        </li>
      ))}
    </ul>
  )
}
