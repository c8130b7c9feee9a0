export interface WireResult<T> {
  readonly data: T | undefined;
  readonly error: unknown;
}

type Emit<T> = (result: T) => void;

/** Starts to deliver values for a configuration; returns how to stop, or undefined while the configuration is incomplete. */
export type WireSource<Config, Result> = (config: Config, emit: Emit<Result>) => (() => void) | undefined;

/** A wire adapter as the engine wants it, around one function. The same configuration twice starts nothing twice. */
export function wireAdapter<Config extends object, Result extends object>(source: WireSource<Config, Result>) {
  return class Adapter {
    readonly #emit: Emit<Result>;
    #config: Config | undefined;
    #print: string | undefined;
    #connected = false;
    #stop: (() => void) | undefined;

    constructor(emit: Emit<Result>) {
      this.#emit = emit;
      emit({ data: undefined, error: undefined } as unknown as Result);
    }

    connect(): void {
      this.#connected = true;
      this.#run();
    }

    update(config: Config): void {
      this.#config = config;
      this.#run();
    }

    disconnect(): void {
      this.#connected = false;
      this.#print = undefined;
      this.#stop?.();
      this.#stop = undefined;
    }

    #run(): void {
      if (!this.#connected || this.#config === undefined) return;
      const print = JSON.stringify(this.#config, (_key, value: unknown) => (value === undefined ? null : value));
      if (print === this.#print) return;
      this.#print = print;
      this.#stop?.();
      let live = true;
      const stop = source(this.#config, (result) => {
        if (live) this.#emit(result);
      });
      this.#stop = () => {
        live = false;
        stop?.();
      };
    }
  };
}

/** A source that asks once per configuration and again whenever `again` says so. */
export function requestSource<Config, T>(
  request: (config: Config) => (() => Promise<T>) | undefined,
  again: (data: T | undefined, refetch: () => void) => () => void = () => () => undefined,
): WireSource<Config, WireResult<T>> {
  return (config, emit) => {
    const ask = request(config);
    if (ask === undefined) return undefined;
    let latest: T | undefined;
    let turn = 0;
    const fetchNow = (): void => {
      const mine = ++turn;
      ask().then(
        (data) => {
          latest = data;
          if (mine === turn) emit({ data, error: undefined });
        },
        (error: unknown) => {
          if (mine === turn) emit({ data: undefined, error });
        },
      );
    };
    fetchNow();
    return again(latest, fetchNow);
  };
}
