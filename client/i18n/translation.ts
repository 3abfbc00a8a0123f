/** The shape of a dictionary with every leaf widened to text: the other language must have the same keys. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };
