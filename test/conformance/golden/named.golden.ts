import { readGolden } from './read-golden';
import type { FormTools, WireForm } from './golden';

const naming =
  (next: string) =>
  ({ person }: FormTools): WireForm => ({ topic: '橱窗灯', board: ['song-lan', 'tang-lei'].map(person), next: person(next) });

export const NAMED = readGolden('table-named', [
  {
    name: 'everybody whom a field of several names signs, and whoever another names decides where they hold the role',
    forms: { first: naming('zhou-yan') },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened board song-lan · task.opened board tang-lei ⇒ board: song-lan, tang-lei
      song-lan approve
        → task.decided board song-lan approve ⇒ board: tang-lei
      tang-lei approve
        → task.decided board tang-lei approve · step.passed board · task.opened last zhou-yan ⇒ last: zhou-yan
    `,
  },
  {
    name: 'whoever does not hold the role is refused where they are named',
    forms: { first: naming('he-qiong'), second: naming('zhou-yan') },
    rows: `
      li-na submit form=first
        → refused lacks-role
      li-na submit form=second
        → request.submitted 1 · task.opened board song-lan · task.opened board tang-lei ⇒ board: song-lan, tang-lei
    `,
  },
]);
