// Does nothing: what is taken off the others.

export const first = async () => [];
