import { api, LightningElement } from 'lwc';

import AGENT from '@salesforce/label/c.Zendesk_Comment_Agent';
import CUSTOMER from '@salesforce/label/c.Zendesk_Comment_Customer';
import IMAGE from '@salesforce/label/c.Zendesk_Comment_Image';
import IMAGES_HIDDEN from '@salesforce/label/c.Zendesk_Comment_ImagesHidden';
import IMAGES_LEFT from '@salesforce/label/c.Zendesk_Comment_ImagesLeft';
import IMAGES_SHOW from '@salesforce/label/c.Zendesk_Comment_ImagesShow';
import INTERNAL from '@salesforce/label/c.Zendesk_Comment_Internal';
import PUBLIC from '@salesforce/label/c.Zendesk_Comment_Public';
import UNKNOWN from '@salesforce/label/c.Zendesk_Comment_UnknownAuthor';

import { findAttachment } from 'c/zendeskConversationService';
import { formatLabel, fullTime } from 'c/zendeskFormats';
import { canLoad, inlineImages, isPicture, withImageSources } from 'c/zendeskImages';

import type { Person, TicketComment } from 'c/zendeskConversationService';
import type { InlineImage } from 'c/zendeskImages';

/** One message: who, when, for whom, and what. Its HTML goes through the platform's sanitiser. */
export default class ZendeskComment extends LightningElement {
    @api recordId!: string;
    @api ticketId!: string;
    @api author?: Person;

    @api
    get comment(): TicketComment {
        return this.shown as TicketComment;
    }
    set comment(value: TicketComment) {
        this.shown = value;
        this.html = value.html ?? '';
        this.sources = new Map();
        this.checkImages();
    }

    readonly labels = { showImages: IMAGES_SHOW };

    html = '';
    isLoadingImages = false;
    hasTriedImages = false;

    private shown?: TicketComment;
    private images: readonly InlineImage[] = [];
    private sources: ReadonlyMap<string, string | undefined> = new Map();

    get authorName(): string {
        return this.author?.name ?? this.author?.email ?? UNKNOWN;
    }

    get initials(): string {
        const words = this.authorName.split(/\s+/).filter(Boolean);
        return words
            .slice(0, 2)
            .map((word) => [...word][0])
            .join('')
            .toUpperCase();
    }

    /** Nothing is said of an author who is not known. */
    get role(): string {
        if (!this.author) {
            return '';
        }
        return this.author.isAgent ? AGENT : CUSTOMER;
    }

    get visibility(): string {
        return this.comment.isPublic ? PUBLIC : INTERNAL;
    }

    get visibilityIcon(): string {
        return this.comment.isPublic ? 'utility:world' : 'utility:lock';
    }

    get className(): string {
        const base = 'slds-box slds-box_x-small comment';
        return this.comment.isPublic ? base : `${base} comment_internal`;
    }

    get when(): string {
        return fullTime(this.comment.createdAt, Date.now());
    }

    get hiddenCount(): number {
        return [...this.sources.values()].filter((source) => source === undefined).length;
    }

    get imageMessage(): string {
        return formatLabel(this.hasTriedImages ? IMAGES_LEFT : IMAGES_HIDDEN, this.hiddenCount);
    }

    get canShowImages(): boolean {
        return !this.hasTriedImages && this.hiddenImages.length > 0;
    }

    async handleShowImages(): Promise<void> {
        this.isLoadingImages = true;
        const loaded = await Promise.all(this.hiddenImages.map((image) => this.load(image)));
        this.sources = new Map([...this.sources, ...loaded]);
        this.hasTriedImages = true;
        this.isLoadingImages = false;
        this.showImages();
    }

    /** Those of the ticket's own attachments; an image of another site stays hidden. */
    private get hiddenImages(): readonly InlineImage[] {
        return this.images.filter(
            ({ src, attachment }) =>
                attachment && isPicture(attachment) && this.sources.get(src) === undefined
        );
    }

    private async checkImages(): Promise<void> {
        const { shown } = this;
        this.images = inlineImages(this.html, shown?.attachments ?? []);
        this.hasTriedImages = false;
        const checked = await Promise.all(
            this.images.map(async ({ src }): Promise<[string, string | undefined]> => {
                return [src, (await canLoad(src)) ? src : undefined];
            })
        );
        if (shown === this.shown) {
            this.sources = new Map(checked);
            this.showImages();
        }
    }

    private async load({ src, attachment }: InlineImage): Promise<[string, string | undefined]> {
        try {
            const source = await findAttachment(this.recordId, this.ticketId, attachment?.id ?? '');
            return [src, source && (await canLoad(source)) ? source : undefined];
        } catch {
            // Said by what stays hidden: the text is of more use than a reason for each image.
            return [src, undefined];
        }
    }

    private showImages(): void {
        if (this.images.length > 0) {
            this.html = withImageSources(this.comment.html ?? '', this.sources, (alt) =>
                formatLabel(IMAGE, alt)
            );
        }
    }
}
