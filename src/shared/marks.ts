/** The mark of the window's performance timeline (W3C User Timing) when the text that it starts on was painted. */
export const textPainted = 'text painted'
