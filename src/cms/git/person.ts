/** Who wrote or did something, as git keeps it. */
export interface Person {
  name: string;
  email: string;
}
