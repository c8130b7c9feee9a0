import LightningConfirm from 'lightning/confirm';

interface Question {
  readonly label: string;
  readonly message: string;
  readonly theme?: string;
}

/** The published declarations leave out the one way in which a confirm is used. */
const opener = LightningConfirm as unknown as { open(question: Question): Promise<boolean> };

export const confirm = (question: Question): Promise<boolean> => opener.open(question);
