/** Query keys: one place, so that a hint from the stream finds everything that it makes stale. */
export const keys = {
  me: ['me'] as const,
  mode: ['mode'] as const,
  tasks: ['tasks'] as const,
  taskList: (filters: object) => ['tasks', 'list', filters] as const,
  taskCounts: ['tasks', 'counts'] as const,
  request: (id: string) => ['request', id] as const,
  timeline: (id: string) => ['request', id, 'timeline'] as const,
  audit: (id: string) => ['request', id, 'audit'] as const,
  discussion: (id: string) => ['request', id, 'discussion'] as const,
  definitions: ['definitions'] as const,
  drafts: ['drafts'] as const,
  notifications: ['notifications'] as const,
  search: (words: string) => ['search', words] as const,
  people: (words: string) => ['people', words] as const,
  unit: (id: string) => ['unit', id] as const,
  units: (words: string) => ['units', words] as const,
};
