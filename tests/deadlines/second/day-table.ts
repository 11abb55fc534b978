/**
 * The days that count, in order, and how many of them there are until any day: so that to leave days out, or to go on to the
 * next one that is not left out, is to look a place up and not to walk.
 */
export class DayTable {
  readonly #firstDay: number;
  readonly #counting: number[] = [];
  readonly #countedUntil: number[] = [];

  /** A table of the days from the first to the last, without those that are left out. */
  constructor(firstDay: number, lastDay: number, isLeftOut: (day: number) => boolean) {
    this.#firstDay = firstDay;
    for (let day = firstDay; day <= lastDay; day += 1) {
      if (!isLeftOut(day)) this.#counting.push(day);
      this.#countedUntil.push(this.#counting.length);
    }
  }

  /** The last of so many days that count, the first of them after day zero. */
  after(dayZero: number, days: number): number {
    return this.#at(this.#until(dayZero) + days);
  }

  /** The day itself, or where it is left out the next one that is not. */
  carriedOn(day: number): number {
    return this.#at(this.#until(day - 1) + 1);
  }

  #until(day: number): number {
    const count = this.#countedUntil[day - this.#firstDay];
    if (count === undefined) throw new Error(`The day with the number ${day} is outside the table.`);
    return count;
  }

  #at(place: number): number {
    const day = this.#counting[place - 1];
    if (day === undefined) throw new Error('A time limit runs beyond the last day of the table.');
    return day;
  }
}
