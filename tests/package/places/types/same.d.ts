// What the programs check with.

/** Whether two types are one: not only assignable to each other, and neither is `any`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

declare function same<A, B>(equal: Same<A, B>): void;

/** A value of whatever type is wanted where it stands. */
declare function some<T>(): T;
