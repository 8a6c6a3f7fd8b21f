/**
 * Work that comes in pieces, none of which takes long whatever the input: whoever shares their thread with others looks after them in between.
 * Pure as far as its pieces are.
 */
export type InPieces<T> = Generator<void, T, void>;
