export { checkForm, readablePart, sendablePart } from './form-check';
export type { FormCheck, WireForm } from './form-check';
export { loadControls } from './control-of';
export { DropZone } from './drop-zone';
export { FieldInput } from './field-input';
export { FormFields } from './form-fields';
export { useProblemLines, useProblemWords } from './form-problems';
export { PersonPicker } from './person-picker';
export type { ProblemAt, ProblemLine } from './form-problems';
