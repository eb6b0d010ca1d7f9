import { expect, it } from 'vitest'
import { mailTo } from './mail-to.ts'

it.each([
  ['demo.refer+letters@example.org', 'mailto:demo.refer+letters@example.org'],
  ['demo?cc=other@example.org', 'mailto:demo%3Fcc=other@example.org'],
  ['50%@example.org', 'mailto:50%25@example.org'],
])('an e-mail to %s goes to that address and to nobody else', (email, link) => expect(mailTo(email)).toBe(link))
