import type { TextKey } from 'shell/texts';

interface Button {
    /** Name in the `formats` property of the component. */
    readonly format: string;
    readonly command: string;
    readonly icon: string;
    readonly text: TextKey;
}

/** Groups of buttons, in the order of the platform's editor. */
export const TOOLBAR: readonly (readonly Button[])[] = [
    [
        { format: 'bold', command: 'bold', icon: 'utility:bold', text: 'bold' },
        { format: 'italic', command: 'italic', icon: 'utility:italic', text: 'italic' },
        { format: 'underline', command: 'underline', icon: 'utility:underline', text: 'underline' },
        {
            format: 'strike',
            command: 'strikeThrough',
            icon: 'utility:strikethrough',
            text: 'strike'
        }
    ],
    [
        {
            format: 'list',
            command: 'insertUnorderedList',
            icon: 'utility:richtextbulletedlist',
            text: 'bulletedList'
        },
        {
            format: 'list',
            command: 'insertOrderedList',
            icon: 'utility:richtextnumberedlist',
            text: 'numberedList'
        },
        { format: 'indent', command: 'indent', icon: 'utility:richtextindent', text: 'indent' },
        { format: 'indent', command: 'outdent', icon: 'utility:richtextoutdent', text: 'outdent' }
    ],
    [
        {
            format: 'clean',
            command: 'removeFormat',
            icon: 'utility:remove_formatting',
            text: 'removeFormatting'
        }
    ]
];
