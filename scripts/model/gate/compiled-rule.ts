/** A sentence that a person reads, in both languages. At most 255 characters each: the platform's limit for a rule's message. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** A validation rule as the compiler gives it; writing it as metadata is somebody else's task. */
export interface CompiledRule {
  readonly object: string;
  /** At most 40 characters. */
  readonly name: string;
  /** Why the rule exists, for the administrator who opens it. */
  readonly description: string;
  /** True when the save must be refused. At most 3,900 characters. */
  readonly condition: string;
  readonly message: Words;
  /** Absent = the message stands at the top of the page. */
  readonly errorField?: string;
}
