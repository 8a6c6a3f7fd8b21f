export { ItemWatch } from './item/item-watch';
export { takeDraft } from './inputs/decision-draft';
export { RequestPage } from './request-page';
export { RequestPanel } from './request-panel';
export { useUndoToast } from './use-undo-toast';
export { RepairPage } from './repair/repair-page';
