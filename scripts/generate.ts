// Writes every page that is made from the pathway: node scripts/generate.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formPages } from '../spec/every-form/pages.ts'
import { pages } from './pages.ts'

for (const { path, make } of [...pages, ...formPages]) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, make())
  console.log(path)
}
