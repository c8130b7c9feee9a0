declare module '@salesforce/schema/*' {
  /** An object's reference carries its own name in both places, so one type serves objects and fields. */
  const reference: { readonly fieldApiName: string; readonly objectApiName: string };
  export default reference;
}

declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}

declare module '@salesforce/i18n/firstDayOfWeek' {
  const day: number;
  export default day;
}

declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}

declare module '@salesforce/customPermission/*' {
  const granted: true | undefined;
  export default granted;
}

declare module '@salesforce/userPermission/*' {
  const granted: true | undefined;
  export default granted;
}

declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}

declare module '@salesforce/messageChannel/*' {
  const channel: { readonly channel: string };
  export default channel;
}
