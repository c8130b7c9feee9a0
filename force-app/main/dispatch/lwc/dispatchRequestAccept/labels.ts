import accept from '@salesforce/label/c.MF_Order_Accept';
import back from '@salesforce/label/c.MF_Cancel';
import none from '@salesforce/label/c.MF_Accept_None';
import quality from '@salesforce/label/c.MF_Accept_Quality';
import qualityHelp from '@salesforce/label/c.MF_Accept_Quality_Help';
import satisfaction from '@salesforce/label/c.MF_Accept_Satisfaction';
import one from '@salesforce/label/c.MF_Accept_1';
import two from '@salesforce/label/c.MF_Accept_2';
import three from '@salesforce/label/c.MF_Accept_3';
import four from '@salesforce/label/c.MF_Accept_4';
import five from '@salesforce/label/c.MF_Accept_5';

/** The words of this component in the user's language. */
export const labels = { accept, back, none, quality, qualityHelp, satisfaction };

export const satisfactions = [five, four, three, two, one].map((label, index) => ({ label, value: String(5 - index) }));
