/**
 * A number that changes with every change of the setup, also when a rollback takes changes back: what was derived
 * inside the transaction must not be taken for the state after it.
 */
export class SetupVersion {
  #current = 0;
  #settled = 0;

  get current(): number {
    return this.#current;
  }

  changed(inTransaction: boolean): void {
    this.#current++;
    if (!inTransaction) this.#settled = this.#current;
  }

  committed(): void {
    this.#settled = this.#current;
  }

  rolledBack(): void {
    if (this.#current !== this.#settled) this.#current++;
  }
}
