/** Arrays of numbers that grow by doubling and end as exact typed arrays. */

const FIRST_CAPACITY = 64;

abstract class Growing<A extends Int32Array | Float64Array> {
  protected data: A;
  protected used = 0;

  constructor(capacity: number) {
    this.data = this.allocate(Math.max(capacity, 1));
  }

  protected abstract allocate(capacity: number): A;

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.data.length) {
      const wider = this.allocate(this.data.length * 2);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[this.used++] = value;
  }

  get(index: number): number {
    if (index < 0 || index >= this.used) throw new RangeError(`Cannot read entry ${index} of ${this.used}`);
    return this.data[index] as number;
  }

  set(index: number, value: number): void {
    if (index < 0 || index >= this.used) throw new RangeError(`Cannot write entry ${index} of ${this.used}`);
    this.data[index] = value;
  }

  add(index: number, by: number): void {
    this.set(index, this.get(index) + by);
  }

  toArray(): A {
    return this.data.slice(0, this.used) as A;
  }
}

/** Growing array of 32-bit integers. */
export class GrowingInt32 extends Growing<Int32Array> {
  constructor(capacity = FIRST_CAPACITY) {
    super(capacity);
  }

  protected allocate(capacity: number): Int32Array {
    return new Int32Array(capacity);
  }
}

/** Growing array of doubles. */
export class GrowingFloat64 extends Growing<Float64Array> {
  constructor(capacity = FIRST_CAPACITY) {
    super(capacity);
  }

  protected allocate(capacity: number): Float64Array {
    return new Float64Array(capacity);
  }
}
